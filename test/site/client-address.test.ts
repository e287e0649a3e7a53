import assert from 'node:assert/strict'
import type { IncomingMessage } from 'node:http'
import { test } from 'node:test'
import express from 'express'
import { clientAddress, type Trust } from '../../src/site/client-address.ts'

const request = (remote: string, forwarded?: string) =>
  ({ socket: { remoteAddress: remote }, headers: forwarded ? { 'x-forwarded-for': forwarded } : {} }) as IncomingMessage

function trustOf(...proxies: string[]): Trust {
  const site = express()
  site.set('trust proxy', proxies)
  return site.get('trust proxy fn') as Trust
}

test('only a proxy that is believed names another address', () => {
  const trust = trustOf('127.0.0.1', '10.0.0.0/8')
  assert.equal(clientAddress(request('203.0.113.9', '198.51.100.1'), trust), '203.0.113.9')
  assert.equal(clientAddress(request('127.0.0.1', '198.51.100.1'), trust), '198.51.100.1')
  assert.equal(clientAddress(request('127.0.0.1'), trust), '127.0.0.1')
})

test('what the reader herself wrote into the header is behind the last believed proxy, and not believed', () => {
  const trust = trustOf('127.0.0.1', '10.0.0.0/8')
  assert.equal(clientAddress(request('127.0.0.1', '1.1.1.1, 198.51.100.1, 10.0.0.2'), trust), '198.51.100.1')
  assert.equal(clientAddress(request('127.0.0.1', '10.0.0.3, 10.0.0.2'), trust), '10.0.0.3')
  assert.equal(clientAddress(request('127.0.0.1', 'not an address'), trustOf('127.0.0.1')), 'not an address')
})

test('without a proxy that is believed the line itself is all there is', () => {
  assert.equal(clientAddress(request('198.51.100.1', '1.1.1.1'), trustOf()), '198.51.100.1')
})
