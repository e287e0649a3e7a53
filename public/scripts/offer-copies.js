// The notices above the editor about copies that this browser still has, each with a way to take it back and one to drop it.

import { showsTheSame } from './typed-form.js'

/** `restore` gets the copy that she wants back. */
export function createOffers({ part, form, copies, restore }) {
  const { article, timeZone, noTitle } = part.dataset

  /**
   * `slot` is where this page's form is kept. A new form shows those of all forms that have made no article; any other page its own. What has arrived after all, by
   * another way, is offered nowhere.
   */
  function offerAll(slot, isFresh) {
    for (const copy of copies.list()) {
      const isOfHere = copy.slot === slot || (isFresh && copy.slot.startsWith('form-'))
      if (showsTheSame(form, copy.fields)) copies.drop(copy.slot, copy.windowKey)
      else if (isOfHere) offer(copy)
    }
  }

  function offer(copy) {
    const notice = part.querySelector('[data-copy]').content.cloneNode(true).firstElementChild
    const text = notice.querySelector('p')
    text.textContent = sentenceFor(copy, text.dataset)
    text.id = `copy-${copy.windowKey}`
    // Of the same window the server has only what came before.
    const older = part.querySelector(`[data-found="${copy.windowKey}"]`)
    older?.toggleAttribute('hidden', true)
    const press = (act, then) => {
      const button = notice.querySelector(`[data-act=${act}]`)
      button.setAttribute('aria-describedby', text.id)
      button.addEventListener('click', () => {
        copies.drop(copy.slot, copy.windowKey)
        notice.remove()
        then()
      })
    }
    press('restore', () => restore(copy))
    press('drop', () => older?.toggleAttribute('hidden', false))
    part.append(notice)
  }

  function sentenceFor({ at, fields }, { ofArticle, ofForm }) {
    const sentence = (article ? ofArticle : ofForm).replace('{time}', timeText(at, timeZone))
    return sentence.replace('{title}', () => fields.title?.trim() || noTitle)
  }

  return { offer, offerAll }
}

/** `09:42`, of another day `09:42 15/02/2017`, on the portal's clock. */
export function timeText(at, timeZone) {
  const day = (moment) => new Date(moment).toLocaleDateString('en-GB', { timeZone })
  const time = new Date(at).toLocaleTimeString('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' })
  return day(at) === day(Date.now()) ? time : `${time} ${day(at)}`
}
