// @ts-check
// Puts the player of a video in the place of its still once a reader presses it. Until then, and without this file, it is a link.

/** @type {NodeListOf<HTMLElement>} */
const videos = document.querySelectorAll('figure[data-player]')
for (const video of videos) {
  const link = video.querySelector('a')
  const label = link?.lastElementChild
  if (!link || !label) continue
  const away = label.textContent
  label.textContent = video.dataset.play ?? ''

  link.onclick = (event) => {
    // Those who want it in another window get the other site.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    link.onclick = null
    // The way out stays below, for videos whose owner does not let others show them.
    label.textContent = away
    link.querySelector('.still')?.remove()
    link.before(player(link))
    video.querySelector('iframe')?.focus()
  }

  /** @param {HTMLAnchorElement} link */
  const player = (link) =>
    Object.assign(document.createElement('iframe'), {
      title: link.querySelector('b')?.textContent ?? video.dataset.play,
      allow: 'autoplay; encrypted-media; fullscreen; picture-in-picture',
      // YouTube plays nothing for pages that do not say whose they are.
      referrerPolicy: 'strict-origin-when-cross-origin',
      src: video.dataset.player,
    })
}
