import { ErrorState } from "@/components/shared/error-page";

export default function NotFound() {
  return <ErrorState kind="notFound" />;
}
