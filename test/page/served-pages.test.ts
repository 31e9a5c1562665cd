// What does the service hand out as its pages?

import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import supertest from 'supertest';
import { describe, expect, it } from 'vitest';
import { appUnderTest } from '../app-under-test.ts';

const built = new URL('../../dist/page/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, built), 'utf8');
const documents = ['evidence/index.html', 'evidence/launch.html', 'worklist/index.html'];
const { app } = appUnderTest();

/** Every file that a page asks for before it shows anything, itself included. */
const firstView = (document: string): readonly string[] => [
  document,
  ...[...read(document).matchAll(/(?:src|href)="\.\.\/(assets\/[^"]+)"/g)].map((match) => match[1] ?? ''),
];

describe('the pages of the service', () => {
  it('have one head and one body, written down for each: they differ in nothing but their title and their script', () => {
    const sources = documents.map((name) => readFileSync(new URL(`../../src/page/${name}`, import.meta.url), 'utf8'));
    const frames = sources.map((each) => each.replace(/<title>\w+</, '<title><').replace(/src="\w+\.ts"/, 'src=""'));
    expect(frames).toEqual(documents.map(() => frames[0]));
    expect(new Set(sources.map((each) => /<title>(\w+)</.exec(each)?.[1])).size).toBe(documents.length);
  });

  it.each(documents)('%s carries no script and no style of its own, and names files with a hash', (name) => {
    const page = read(name);
    expect(page).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=/);
    const files = firstView(name).slice(1);
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) expect(file).toMatch(/^assets\/[\w-]+-[\w-]{8}\.(?:js|css)$/);
  });

  it.each(['/evidence/', '/list/'])('come at %s with a policy that lets nothing in from elsewhere', async (address) => {
    const { headers } = await supertest(app).get(address).expect(200);
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
        "base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    );
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['cache-control']).toBe('no-cache');
  });

  it('share files that may be kept for ever', async () => {
    for (const file of readdirSync(new URL('assets/', built))) {
      const { headers } = await supertest(app).get(`/assets/${file}`).expect(200);
      expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    }
    await supertest(app).get('/assets/').expect(404);
  });

  it('go out compressed to whoever can unpack them, and as they are to others', async () => {
    for (const file of firstView('evidence/index.html').slice(1)) {
      const packed = await supertest(app).get(`/${file}`).set('accept-encoding', 'gzip').buffer(true).expect(200);
      expect(packed.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'Accept-Encoding' });
      const plain = await supertest(app).get(`/${file}`).set('accept-encoding', 'identity').buffer(true).expect(200);
      expect(plain.headers).toMatchObject({ 'content-type': packed.headers['content-type'], vary: 'Accept-Encoding' });
      expect(plain.headers).not.toHaveProperty('content-encoding');
      expect(plain.text).toBe(packed.text);
      expect(plain.text).toBe(read(file));
    }
    await supertest(app).get('/assets/none-00000000.js').set('accept-encoding', 'gzip').expect(404);
  });

  it('lead from the address without a slash to the one with it', async () => {
    const { headers } = await supertest(app).get('/evidence').expect(301);
    expect(headers['location']).toBe('/evidence/');
  });

  it.each(documents)('%s needs less than 150 kB for its first view', (name) => {
    const sizes = firstView(name).map((file) => gzipSync(read(file)).length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(150_000);
  });
});
