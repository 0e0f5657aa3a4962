/** A function of a string, worked out once for each: what all pages of a site ask again. */
export function remembered<Value>(workOut: (key: string) => Value): (key: string) => Value {
  const known = new Map<string, { readonly value: Value }>();
  return (key) => {
    const found = known.get(key) ?? { value: workOut(key) };
    known.set(key, found);
    return found.value;
  };
}

/** The same, but only the last answers are kept, and `most` of them: what is asked again soon. */
export function rememberedLately<Value>(workOut: (key: string) => Value, most: number): (key: string) => Value {
  const known = new Map<string, { readonly value: Value }>();
  return (key) => {
    const found = known.get(key) ?? { value: workOut(key) };
    known.delete(key);
    known.set(key, found);
    if (known.size > most) known.delete(known.keys().next().value ?? '');
    return found.value;
  };
}
