/** Scores of predicted probabilities against what happened. */
export interface Prediction {
  /** Probability that the number is right. */
  confidence: number;
  right: boolean;
}

/** Mean squared error of the probabilities against that of always saying the share that is right (Brier 1950). 1 is perfect. */
export function brierSkill(predictions: readonly Prediction[]): number {
  const base = predictions.filter(({ right }) => right).length / predictions.length;
  const mean = (error: (prediction: Prediction) => number): number =>
    predictions.reduce((sum, prediction) => sum + error(prediction) ** 2, 0) / predictions.length;
  const reference = mean(({ right }) => base - Number(right));
  return reference === 0 ? Number.NaN : 1 - mean(({ confidence, right }) => confidence - Number(right)) / reference;
}

/** Chance that a wrong number has a lower confidence than a right one; ties count half. */
export function auroc(predictions: readonly Prediction[]): number {
  const sorted = [...predictions].sort((a, b) => a.confidence - b.confidence);
  let rightBelow = 0;
  let rights = 0;
  let wrongs = 0;
  let i = 0;
  while (i < sorted.length) {
    let [tiedRight, tiedWrong] = [0, 0];
    const { confidence } = sorted[i]!;
    for (; i < sorted.length && sorted[i]!.confidence === confidence; i++) {
      if (sorted[i]!.right) tiedRight++;
      else tiedWrong++;
    }
    rightBelow += tiedWrong * (rights + tiedRight / 2);
    rights += tiedRight;
    wrongs += tiedWrong;
  }
  return rights === 0 || wrongs === 0 ? Number.NaN : 1 - rightBelow / (rights * wrongs);
}

export interface Bin {
  confidence: number;
  share: number;
  count: number;
}

/** Bins of equal width of confidence; empty ones are left out. */
export function reliability(predictions: readonly Prediction[], bins = 10): Bin[] {
  const groups = Array.from({ length: bins }, () => [] as Prediction[]);
  for (const prediction of predictions) groups[Math.min(bins - 1, Math.floor(prediction.confidence * bins))]!.push(prediction);
  return groups
    .filter((group) => group.length > 0)
    .map((group) => ({
      confidence: group.reduce((sum, { confidence }) => sum + confidence, 0) / group.length,
      share: group.filter(({ right }) => right).length / group.length,
      count: group.length,
    }));
}

/** Expected calibration error: mean distance of confidence and share of right numbers over the bins, by their size. */
export function calibrationError(predictions: readonly Prediction[]): number {
  return reliability(predictions).reduce(
    (sum, { confidence, share, count }) => sum + (Math.abs(confidence - share) * count) / predictions.length,
    0,
  );
}
