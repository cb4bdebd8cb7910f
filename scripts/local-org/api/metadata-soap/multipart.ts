/** Reads the multipart body of a REST deploy: a part `file` (the zip) and a part `entity_content` (JSON). */
import { ApiError, type DeployOptions } from '../../org/local-org.ts';
import { jsonBody, type DoorRequest } from '../http.ts';

export interface DeployRequestPart {
  readonly zip: Uint8Array | undefined;
  readonly options: Partial<DeployOptions>;
  readonly validatedDeployRequestId: string | undefined;
}

export function deployRequestPart(request: DoorRequest): DeployRequestPart {
  const type = request.headers.get('content-type') ?? '';
  if (type.startsWith('application/json')) {
    const { validatedDeployRequestId } = jsonBody(request) as { validatedDeployRequestId?: string };
    return { zip: undefined, options: {}, validatedDeployRequestId };
  }
  const boundary = /boundary="?([^";]+)"?/.exec(type)?.[1];
  if (boundary === undefined)
    throw new ApiError(415, 'UNSUPPORTED_MEDIA_TYPE', 'A deploy request is multipart/form-data.');
  const parts = split(Buffer.from(request.body), boundary);
  const content = parts.get('entity_content');
  const { deployOptions = {} } = (content === undefined ? {} : JSON.parse(content.toString('utf8'))) as {
    deployOptions?: Partial<DeployOptions>;
  };
  const zip = parts.get('file');
  if (zip === undefined) throw new ApiError(400, 'INVALID_INPUT', 'The part "file" with the zip is missing.');
  return { zip, options: deployOptions, validatedDeployRequestId: undefined };
}

function split(body: Buffer, boundary: string): Map<string, Buffer> {
  const parts = new Map<string, Buffer>();
  const marker = Buffer.from(`--${boundary}`);
  let at = body.indexOf(marker);
  while (at >= 0) {
    const next = body.indexOf(marker, at + marker.length);
    if (next < 0) break;
    const part = body.subarray(at + marker.length + 2, next - 2);
    const headEnd = part.indexOf('\r\n\r\n');
    const name = /name="([^"]+)"/.exec(part.subarray(0, headEnd).toString('utf8'))?.[1];
    if (name !== undefined) parts.set(name, part.subarray(headEnd + 4));
    at = next;
  }
  return parts;
}
