import type { TrainNews } from '#engine/train/protocol.ts';
import type { EngineNews } from '#engine/walk/protocol.ts';
import { reasonText } from '#experiment/dictionary/reasonText.ts';
import type { WalkStore } from './store.ts';

/** Where goes what the walk engine says of itself: its backend, and how that was lost. */
export const walkNews = (store: WalkStore) => (news: EngineNews) => {
  if (news.kind === 'ready') store.setState({ engine: { status: 'ready', ready: news } });
  else if (news.kind === 'broken') {
    store.setState({ engine: { status: 'broken', message: reasonText(news.reason) } });
  } else {
    store.setState(({ losses }) => ({
      engine: { status: 'lost', fault: news.fault },
      losses: [...losses, news.fault],
    }));
  }
};

/** Where goes what the training engine says that belongs to no run: data on their way. */
export const trainNews = (store: WalkStore) => (news: TrainNews) => {
  if (news.kind === 'intake') store.setState({ intake: news });
  if (news.kind === 'file') store.setState({ dataFile: news });
  if (news.kind === 'kept') store.setState({ keptSets: news.sets });
};
