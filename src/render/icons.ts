/** Icons, drawn for this project: 24 × 24, stroke 1.75, round. Written into the page, because from disk nothing else is shown. */

const PATHS = {
  lectern: 'M4.5 6.5h15l-2.3 5h-10.4zM8.3 11.5l1 8.5M15.7 11.5l-1 8.5M6.5 20.5h11M12 6.5V4',
  home: 'M4 11.5 12 5l8 6.5M6.5 10v9h11v-9M10.5 19v-5h3v5',
  present: 'M3.5 5h17M5 5v10.5h14V5M12 15.5V18M8 20.5l4-2.5 4 2.5',
  read: 'M12 7c-2-1.6-4.6-2-7.5-2v12.5c2.9 0 5.5.4 7.5 2 2-1.6 4.6-2 7.5-2V5C16.6 5 14 5.4 12 7Zm0 0v12.5',
  speaker: 'M4 5h11v8H4zM18 8h2.5v11H8v-2.5M7 9.5h5',
  grid: 'M4.5 5h6v5.5h-6zM13.5 5h6v5.5h-6zM4.5 13.5h6V19h-6zM13.5 13.5h6V19h-6z',
  help: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM9.7 9.6a2.4 2.4 0 1 1 3.4 2.2c-.7.4-1.1.9-1.1 1.8M12 16.6v.1',
  pdf: 'M6 3.5h8l4.5 4.5v12.5H6zM14 3.5V8h4.5M9 12.5h6.5M9 16h6.5',
  link: 'M10 14a4 4 0 0 0 5.8.3l3-3a4 4 0 0 0-5.7-5.7l-1.5 1.5M14 10a4 4 0 0 0-5.8-.3l-3 3a4 4 0 0 0 5.7 5.7l1.5-1.5',
  next: 'M5 12h14M13 6l6 6-6 6',
  previous: 'M19 12H5M11 6l-6 6 6 6',
  print: 'M7 8.5v-5h10v5M7 17.5H4v-9h16v9h-3M7 14.5h10v6H7z',
  moon: 'M19.5 14.3A8 8 0 1 1 9.7 4.5a6.5 6.5 0 0 0 9.8 9.8Z',
  sun: 'M12 16.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9ZM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4',
  clock: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM12 7.5V12l3 2.2',
  out: 'M13.5 4.5h6v6M19.5 4.5 11 13M9.5 5.5h-5v14h14v-5',
  more: 'M5.5 12h.01M12 12h.01M18.5 12h.01',
  play: 'M7.5 5v14l11-7z',
  pause: 'M8.5 5.5v13M15.5 5.5v13',
  reset: 'M5 5v5h5M5.6 10A7.5 7.5 0 1 1 5 14',
  edit: 'M5 19l.8-4L16 4.8a1.7 1.7 0 0 1 2.4 0l.8.8a1.7 1.7 0 0 1 0 2.4L9 18.2 5 19ZM14 7l3 3',
  lock: 'M6.5 10.5h11v9h-11zM8.5 10.5V8a3.5 3.5 0 0 1 7 0v2.5',
  scheme: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM12 3.5v17M12 7.5h5.7M12 12h8.5M12 16.5h5.7',
  search: 'M10.5 16.5a6 6 0 1 0 0-12 6 6 0 0 0 0 12ZM15 15l5 5',
  black: 'M4 5h16v11H4zM9 20h6M12 16v4M4.5 19.5l15-15',
  freeze: 'M12 3v18M4.2 7.5l15.6 9M19.8 7.5l-15.6 9M9.5 4.5 12 7l2.5-2.5M9.5 19.5 12 17l2.5 2.5',
  return: 'M8.5 5 4.5 9l4 4M4.5 9H14a5 5 0 0 1 0 10h-4',
  pointer: 'M12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM12 2.5v3M12 18.5v3M2.5 12h3M18.5 12h3',
  erase: 'M8.5 19.5 4 15 14.5 4.5 20 10l-9.5 9.5zM9.5 9.5l5.5 5.5M8.5 19.5h11',
  closed: 'M12 3.5 21 19.5H3zM12 10v4.5M12 17v.1',
  goto: 'M5 6h9M5 12h6M5 18h9M15 9l4 3-4 3',
} as const;

export type Icon = keyof typeof PATHS;

/** An icon as inline SVG, silent for screen readers: the words beside it, or its button's label, say what it means. */
export function icon(name: Icon): string {
  return `<svg class="i" viewBox="0 0 24 24" aria-hidden="true"><path d="${PATHS[name]}"/></svg>`;
}
