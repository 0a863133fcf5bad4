import { lazy, Suspense, useEffect } from "react";
import { useLeave } from "@/app/session";
import { sessionEnded, useFlag } from "@/lib/flag";

const loadPalette = () => import("@/app/palette");
const Palette = lazy(loadPalette);
const ShortcutSheet = lazy(() => import("@/app/shortcut-sheet"));
const CreateDeal = lazy(() => import("@/features/deals/create/create-deal"));
const CreateAccount = lazy(() => import("@/features/accounts/create/create-account"));
const CreateContact = lazy(() => import("@/features/accounts/create/create-contact"));
const SignInAgain = lazy(() => import("@/features/team/sign-in-again"));

export type DialogName =
  "palette" | "search" | "shortcuts" | "create" | "createAccount" | "createContact";

// The dialogs that every page can show, one at a time; over all of them the one that asks for the
// password again when a session has ended.
export function Dialogs({ open, onClose }: { open: DialogName | null; onClose: () => void }) {
  const signedOut = useFlag(sessionEnded);
  const leave = useLeave();
  // Fetched while nothing else is to do, so that no key typed after Ctrl-K is lost.
  useEffect(() => {
    const timer = setTimeout(() => void loadPalette(), 1500);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Suspense fallback={null}>
      {(open === "palette" || open === "search") && (
        <Palette recordsOnly={open === "search"} onClose={onClose} />
      )}
      {open === "shortcuts" && <ShortcutSheet onClose={onClose} />}
      {open === "create" && <CreateDeal onClose={onClose} />}
      {open === "createAccount" && <CreateAccount onClose={onClose} />}
      {open === "createContact" && <CreateContact onClose={onClose} />}
      {signedOut && <SignInAgain onLeave={() => void leave()} />}
    </Suspense>
  );
}
