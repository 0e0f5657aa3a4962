/** What became of the question whether an address of another host leads somewhere. */
export type LinkAnswer =
  | { readonly state: 'fine' }
  /** For good, after one or several steps: `to` is where one arrives. */
  | { readonly state: 'moved'; readonly to: string }
  /** There is nothing at the address, or no such host (`status` null). */
  | { readonly state: 'gone'; readonly status: number | null }
  /** It asks who one is, or lets no program in: 401, 403 and the like. */
  | { readonly state: 'forbidden'; readonly status: number }
  /** It did not answer in time, or asks to come later (429). */
  | { readonly state: 'slow' }
  /** It answers with an error of its own (`status`), or not at all: `why`, in half a sentence. */
  | { readonly state: 'broken'; readonly why: string };
