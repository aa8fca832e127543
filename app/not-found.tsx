import { ErrorPage } from "@/components/shared/error-page";

export default function NotFound() {
  return <ErrorPage kind="notFound" />;
}
