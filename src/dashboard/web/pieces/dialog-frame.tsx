// What every dialog stands in. When it closes, the keyboard goes on where it was before: the dialogs are opened by state,
// so that no trigger is known that would take it back.
import { Dialog } from 'radix-ui';
import { useRef } from 'react';

export interface DialogFrameProps {
  readonly className?: string;
  /** What it is for stands in its title alone. */
  readonly isPlain?: boolean;
  readonly children: React.ReactNode;
}

export function DialogFrame({ className = 'dialog', isPlain = false, children }: DialogFrameProps) {
  const before = useRef<Element | null>(null);
  return (
    <Dialog.Portal>
      <Dialog.Overlay className="overlay" />
      <Dialog.Content
        className={className}
        {...(isPlain ? { 'aria-describedby': undefined } : {})}
        onOpenAutoFocus={() => {
          before.current = document.activeElement;
        }}
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          giveBack(before.current);
        }}
      >
        {children}
      </Dialog.Content>
    </Dialog.Portal>
  );
}

/** What opened the dialog may be gone by what was done in it; then the content takes the keyboard. */
function giveBack(element: Element | null): void {
  const isThere = element instanceof HTMLElement && element.isConnected && element !== document.body;
  (isThere ? element : document.getElementById('content'))?.focus();
}
