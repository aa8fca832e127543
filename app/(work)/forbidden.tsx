import { ErrorState } from "@/components/shared/error-page";

export default function Forbidden() {
  return <ErrorState kind="forbidden" />;
}
