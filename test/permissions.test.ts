import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { mayDo } from '../src/accounts/index.ts'
import { permissions } from '../src/site/permissions.ts'
import type { Answer, Client } from './support/client.ts'
import { an, binh, duc, hasLeft, huong, type Person, sau } from './support/people.ts'
import { addressOf, inOrder, isKeptOut, signOutPath } from './support/staff-routes.ts'
import { testPortal } from './support/test-portal.ts'

const portal = await testPortal()
const routes = inOrder(portal.staffRoutes)
const nobodyHere: Person | null = null
const everybody = [nobodyHere, huong, binh, duc, an, sau]

const nameOf = (person: Person | null) =>
  person === null ? 'a visitor' : hasLeft(person) ? 'somebody who left' : person.role
const mayEnter = (person: Person | null, permission: (typeof routes)[number]['permission']) =>
  person !== null && !hasLeft(person) && mayDo(person.role, permission)

const ask = (client: Client, method: string, address: string): Promise<Answer> =>
  method === 'GET' ? client.get(address) : client.post(address)

for (const person of everybody) {
  test(`${nameOf(person)} enters where the table of permissions lets her, and nowhere else`, async () => {
    const wrong: string[] = []
    let entered = 0
    for (const route of routes) {
      const answer = await ask(person ? portal.as(person) : portal.visitor(), route.method, addressOf(route))
      const isIn =
        !isKeptOut(answer) ||
        (route.path === signOutPath && answer.status === 303 && person !== null && !hasLeft(person))
      if (isIn) entered++
      if (isIn !== mayEnter(person, route.permission))
        wrong.push(`${route.method} ${route.path}: ${isIn ? 'let in' : 'kept out'} (${answer.status})`)
      if (answer.status >= 500) wrong.push(`${route.method} ${route.path}: ${answer.status}`)
    }
    assert.deepEqual(wrong, [])
    assert.equal(entered, routes.filter(({ permission }) => mayEnter(person, permission)).length)
  })
}

test('every permission guards a route or is asked inside one, and every route is named once', () => {
  const known = new Set<string>(permissions)
  assert.deepEqual(
    routes.filter(({ permission }) => !known.has(permission)),
    [],
  )
  const names = routes.map(({ method, path }) => `${method} ${path}`)
  assert.equal(new Set(names).size, names.length)
  assert.ok(routes.length >= 16)
})

test('every staff address lies in the newsroom', () => {
  assert.deepEqual(
    routes.filter(({ path }) => !/^\/quan-tri(\/|$)/.test(path)),
    [],
  )
})

describe('another spelling of an address', () => {
  const spellings: [string, (path: string) => string][] = [
    ['with a slash at its end', (path) => `${path}/`],
    ['in capitals', (path) => path.toUpperCase()],
    ['with two slashes before it', (path) => `/${path}`],
    ['with two slashes inside', (path) => path.replace('/quan-tri/', '/quan-tri//')],
    ['with an encoded letter', (path) => path.replace('/quan-tri', '/%71uan-tri')],
    ['with an encoded slash', (path) => path.replace('/quan-tri/', '/quan-tri%2f')],
    ['by way of an encoded parent', (path) => path.replace('/quan-tri', '/tep-tinh/%2e%2e/quan-tri')],
    ['with a parameter in its path', (path) => path.replace('/quan-tri', '/quan-tri;a=b')],
    ['with an ending', (path) => `${path}.json`],
    ['with a query', (path) => `${path}?_method=GET&debug=1&tiep=/`],
  ]
  const pages = routes.filter(({ method, permission }) => method === 'GET' && permission !== 'use-own-account')

  for (const [how, spell] of spellings) {
    test(`${how} lets nobody in who may not enter`, async () => {
      const visitor = portal.visitor()
      for (const route of pages) {
        const address = spell(addressOf(route))
        assertOutside(await visitor.get(address), address)
        if (!mayDo(huong.role, route.permission))
          assertOutside(await portal.as(huong).get(address), `${address} as a reporter`)
      }
    })
  }

  test('asked with HEAD has the same answer as with GET', async () => {
    for (const route of pages) {
      const address = addressOf(route)
      for (const client of [portal.visitor(), portal.as(huong), portal.as(an)]) {
        const [head, get] = [await client.head(address), await client.get(address)]
        assert.deepEqual([head.status, isKeptOut(head), head.text], [get.status, isKeptOut(get), ''], address)
      }
    }
  })

  test('asked with a method of its own or a claim about it changes nothing', async () => {
    const headers = { 'x-http-method-override': 'GET', 'x-original-url': '/lien-he', 'x-rewrite-url': '/lien-he' }
    for (const route of pages) {
      const address = addressOf(route)
      assertOutside(await portal.visitor().get(address, { headers }), address)
      for (const method of ['PUT', 'DELETE', 'PATCH'])
        assertOutside(await portal.visitor().postRaw(address, { method }), `${method} ${address}`)
    }
  })

  /** Kept out, or told that there is no such page; and in no case a newsroom page with its menu. */
  function assertOutside(answer: Answer, address: string) {
    assert.ok(
      isKeptOut(answer) || answer.status === 404 || answer.status === 400,
      `${address}: ${answer.status} ${answer.location}`,
    )
    assert.doesNotMatch(answer.text, /class="side"/, address)
  }
})
