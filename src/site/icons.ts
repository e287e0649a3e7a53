/** Paths of 24 × 24 line drawings, shown by `part('site/icon', name)`. */
export const icons = {
  alert: 'M12 3 2 21h20zM12 10v5m0 2.5v.5',
  arrow: 'M4 12h15m-6-6 6 6-6 6',
  article: 'M8 6h13M8 12h13M8 18h13M3 6h.5M3 12h.5M3 18h.5',
  check: 'm4 12.5 5.5 5.5L20 6.5',
  cross: 'm5 5 14 14M19 5 5 19',
  display: 'M3 19 8 5l5 14M4.8 14h6.4M14.5 19l3-8 3 8m-5-2.5h4',
  down: 'm5 9 7 7 7-7',
  eye: 'M2 12c3-5 6-7 10-7s7 2 10 7c-3 5-6 7-10 7s-7-2-10-7zM9 12a3 3 0 1 0 6 0a3 3 0 1 0-6 0',
  file: 'M6 2h8l5 5v15H6zM14 2v5h5',
  folder: 'M3 5h7l2 3h9v11H3z',
  gear: 'M9 12a3 3 0 1 0 6 0a3 3 0 1 0-6 0M12 2v4m0 12v4M2 12h4m12 0h4M5 5l2.8 2.8m8.4 8.4L19 19M19 5l-2.8 2.8m-8.4 8.4L5 19',
  history: 'M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0M12 7v5.5l3.5 2',
  home: 'M4 11 12 4l8 7v9h-5.5v-6h-5v6H4z',
  image: 'M3 4h18v16H3zm0 13 6-6 5 5 3-3 4 4M14 9a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0-3 0',
  info: 'M2.5 12a9.5 9.5 0 1 0 19 0a9.5 9.5 0 1 0-19 0M12 11v6m0-10v.5',
  link: 'M10 14a4 4 0 0 0 6 .5l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6-.5l-3 3a4 4 0 0 0 6 6l1-1',
  list: 'M8 6h13M8 12h13M8 18h13M3 6h.5M3 12h.5M3 18h.5',
  menu: 'M3 6h18M3 12h18M3 18h12',
  numbers: 'M10 6h11M10 12h11M10 18h11M4 4.5v4M3 18.5h3.5M3.5 14.5c2-1.5 4 .5 0 4',
  outside: 'M7 17 17 7M8 7h9v9',
  people:
    'M5.5 8a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0M2 20c0-4 3-6 7-6s7 2 7 6M16 5a3.5 3.5 0 0 1 0 6.5M18 14.5c2.5.7 4 2.5 4 5.5',
  plus: 'M12 4v16M4 12h16',
  print: 'M7 9V3h10v6M7 17H3V9h18v8h-4M7 14h10v7H7z',
  quote: 'M4 17c3 0 4-2 4-5H4V6h6v6c0 5-2 8-6 8m10-3c3 0 4-2 4-5h-4V6h6v6c0 5-2 8-6 8',
  search: 'M4 10.5a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0-13 0M15.5 15.5l5 5',
  table: 'M3 4h18v16H3zm0 5.5h18M3 15h18M10 4v16',
  upload: 'M12 16V4M6.5 9.5 12 4l5.5 5.5M4 16v4h16v-4',
} as const

export type IconName = keyof typeof icons
