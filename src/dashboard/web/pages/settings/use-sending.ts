import { useState } from 'react';

/** Something that is sent to the service: whether it is under way, and the refusal if there was one. */
export function useSending() {
  const [state, setState] = useState<{ busy: boolean; error: unknown }>({ busy: false, error: null });
  const send = async (work: () => Promise<unknown>): Promise<void> => {
    setState({ busy: true, error: null });
    try {
      await work();
      setState({ busy: false, error: null });
    } catch (error) {
      setState({ busy: false, error });
    }
  };
  return { ...state, send };
}
