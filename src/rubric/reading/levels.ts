import type { PlacedClause } from './placed';

/** 国家级, 省级, 市、区级: whose criticism or complaint it is. */
const LEVEL =
  /^[、,]?(?:被|受|受到)?(?:国家|中央|部|省|自治区|市|区|县|镇|乡|街道|村|社区)级(?!及?以[上下])[^,;。]{0,8}$/;

/**
 * 被通报的，市级扣3分、区级扣1分: two notices of one level take off twice, as in 分别扣3、1分. Only where several levels are
 * named one after the other; 被市级通报的扣5分 alone is one loss.
 */
export function withLevels(placed: readonly PlacedClause[], text: string): readonly PlacedClause[] {
  const ofLevel = placed.map(
    ({ body, start, core }) => body.kind === 'deduct-flat' && LEVEL.test(text.slice(start, core)),
  );
  return placed.map((each, index) => {
    const { body } = each;
    const among = ofLevel[index] === true && (ofLevel[index - 1] === true || ofLevel[index + 1] === true);
    if (!among || body.kind !== 'deduct-flat') return each;
    return { ...each, body: { kind: 'deduct-per', points: body.points, unit: '次', step: 1 } };
  });
}
