-- When the password was last given in a session: what is confirmed, granted or taken away needs it given lately.
ALTER TABLE public."Session" ADD COLUMN "passwordGivenAt" timestamptz(3) NOT NULL DEFAULT now();
UPDATE public."Session" SET "passwordGivenAt" = "createdAt";
GRANT SELECT ("passwordGivenAt") ON public."Session" TO sodb_app;
GRANT UPDATE ("passwordGivenAt") ON public."Session" TO sodb_signin;
