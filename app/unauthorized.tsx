import { ErrorPage } from "@/components/shared/error-page";

export default function Unauthorized() {
  return <ErrorPage kind="unauthorized" />;
}
