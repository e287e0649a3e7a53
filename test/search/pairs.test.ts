import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pairs } from '../text/pairs.ts'
import { givenSearch } from './given-search.ts'

for (const { text, query, match } of pairs.search) {
  test(`“${query}” ${match ? 'finds' : 'does not find'} “${text}”, in a title and in a body`, async () => {
    const given = await givenSearch()
    const inTitle = await given.add({ title: text })
    const inBody = await given.add({ title: 'Tin khác', bodyHtml: `<p>${text}</p>` })
    const other = await given.add({ title: 'Ruộng rau bén rễ' })

    assert.deepEqual(await given.search(query), match ? [inTitle, inBody] : [])
    assert.deepEqual(await given.search('ruong rau'), [other])
  })
}

for (const { query, texts, first, why } of pairs.rank) {
  for (const place of ['title', 'body'] as const) {
    test(`of ${texts.length} in the ${place}, “${query}” gives “${first}” first: ${why}`, async () => {
      const given = await givenSearch()
      const ids = new Map<string, number>()
      for (const text of texts) {
        ids.set(text, await given.add(place === 'title' ? { title: text } : { bodyHtml: `<p>${text}</p>` }))
      }
      const found = await given.search(query)
      assert.equal(found[0], ids.get(first))
      assert.deepEqual(found.toSorted(), [...ids.values()].toSorted())
    })
  }
}
