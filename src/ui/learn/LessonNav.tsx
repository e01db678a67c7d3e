import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { lessonNames } from '#experiment/lessons/lessonNames.ts';
import type { Lecture } from '#ui/learn/lecture/useLecture.ts';

/** The lessons as a row of numbers, and the steps between them. */
export function LessonNav({ lecture }: { lecture: Lecture }) {
  const { lesson } = lecture;
  return (
    <nav className="lesson-nav" aria-label={dictionary('learn').lessons}>
      <ol>
        {lessonNames.map((name, i) => (
          <li key={name}>
            <button
              type="button"
              aria-label={`${dictionary('learn').of(i + 1, lessonNames.length)}: ${dictionary('lessons')[name].title}`}
              title={dictionary('lessons')[name].title}
              aria-current={lesson === i + 1 ? 'step' : undefined}
              onClick={() => lecture.openLesson(i + 1)}
            >
              {i + 1}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
