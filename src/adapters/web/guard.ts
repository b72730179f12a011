import { isIP } from 'node:net';
import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

/**
 * Lets in only what our own page asks for.
 *
 * A page of somebody else's, whose name was made to mean this machine (DNS
 * rebinding), says its own name as `Host`: so a name must be one of ours, while
 * a bare address can only have been typed. What changes something says that it
 * comes from where it goes to (cross-site requests).
 *
 * @param publicName - the name under which people reach the page from elsewhere.
 */
export const onlyFromOurPage =
  (publicName: string | undefined): MiddlewareHandler =>
  async (context, next) => {
    const host = context.req.header('host')?.toLowerCase();
    if (host === undefined || !isOurs(host, publicName)) {
      return context.text('This name is not one of mine. Set WEB_URL to the address under which I am to be reached.\n', 421);
    }
    const isReading = context.req.method === 'GET' || context.req.method === 'HEAD';
    if (!isReading && hostOf(context.req.header('origin')) !== host) return context.text('Only my own page may ask this.\n', 403);
    // https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Sec-Fetch-Site; a browser may lead to the page itself from anywhere.
    const from = context.req.header('sec-fetch-site') ?? 'none';
    const isOwnPage = from === 'same-origin' || from === 'none';
    if (!isOwnPage && context.req.path !== '/') return context.text('Only my own page may ask this.\n', 403);
    await next();
  };

function isOurs(host: string, publicName: string | undefined): boolean {
  const name = hostnameOf(host);
  if (name === undefined) return false;
  return name === 'localhost' || name.endsWith('.localhost') || name === publicName || isIP(name.replace(/^\[|\]$/g, '')) !== 0;
}

const hostnameOf = (host: string): string | undefined => (URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : undefined);

const hostOf = (origin: string | undefined): string | undefined => (origin && URL.canParse(origin) ? new URL(origin).host : undefined);

/** Nothing but our own files, no text that becomes mark-up or script, nobody who frames the page, and no word of it to anyone. */
export const strictHeaders = (): MiddlewareHandler =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'"],
      connectSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: ["'none'"],
      requireTrustedTypesFor: ["'script'"],
      trustedTypes: ["'none'"],
    },
    xFrameOptions: 'DENY',
    referrerPolicy: 'no-referrer',
    crossOriginEmbedderPolicy: 'require-corp',
    // The page is usually reached by plain HTTP on this machine; who puts TLS before it says so there.
    strictTransportSecurity: false,
  });
