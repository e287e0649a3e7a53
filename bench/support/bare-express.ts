import express from 'express'

/** The least that a program with Express does before it answers. */
express()
  .get('/', (_req, res) => res.send('quan-tri'))
  .listen(Number(process.env['PORT']), '127.0.0.1', () => console.log('quan-tri'))
