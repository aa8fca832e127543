import { ErrorPage } from "@/components/shared/error-page";

export default function Forbidden() {
  return <ErrorPage kind="forbidden" />;
}
