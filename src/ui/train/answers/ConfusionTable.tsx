import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { percentText } from '#plots/numberText.ts';
import { commonestMistakeOf } from '#run/train/confusion.ts';
import { useHidden } from '#ui/controls/useHidden.ts';
import { countText } from '#ui/text/countText.ts';
import { cellText, shareRightOf } from './answerWords.ts';
import { useConfusion } from './useConfusion.ts';

const words = () => dictionary('answers');

/** The confusion of classes by class, for whoever reads it by ear: how many, how many right, and the commonest mistake. */
export function ConfusionTable() {
  const found = useConfusion();
  const isHidden = useHidden();
  if (isHidden('table') || !found) return null;
  const { confusion, names } = found;
  return (
    <div className="visually-hidden">
      <table>
        <caption>{words().table}</caption>
        <thead>
          <tr>
            <th scope="col">{words().className}</th>
            <th scope="col">{words().samples}</th>
            <th scope="col">{words().right}</th>
            <th scope="col">{words().commonest}</th>
          </tr>
        </thead>
        <tbody>
          {names.map((name, truth) => {
            const share = shareRightOf(confusion, truth);
            const mistake = commonestMistakeOf(confusion, truth);
            return (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{countText(confusion.asked[truth] ?? 0)}</td>
                <td>{share === null ? words().nothing : percentText(share)}</td>
                <td>{mistake ? cellText(mistake, confusion, names) : words().nothing}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
