/** Everything public may be indexed; the newsroom is nobody's business. */
export const robotsText = (): string => 'User-agent: *\nDisallow: /quan-tri\nAllow: /\n'
