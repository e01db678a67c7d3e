import { expect, test } from '@playwright/test';
import { deep } from '../deep.ts';

const lecture = (lesson: number) => `./#view=learn&lesson=${lesson}&run=0&backend=cpu`;

test(
  'two lectures side by side: a presenter steers the one that opened it, through a reload, and no other',
  deep,
  async ({ context }) => {
    const one = await context.newPage();
    const other = await context.newPage();
    await one.goto(lecture(2));
    await other.goto(lecture(5));
    await expect(other.locator('.lesson-nav [aria-current]')).toHaveText('5');
    const opened = context.waitForEvent('page');
    await one.getByRole('button', { name: 'Presenter’s window' }).click();
    const presenter = await opened;
    await expect(presenter.locator('.presenter')).toContainText('2');
    await presenter.keyboard.press('PageDown');
    await expect(one.locator('.walk-figure')).toBeVisible();
    await presenter.keyboard.press('PageDown');
    await expect(one.locator('.lesson-nav [aria-current]')).toHaveText('3');
    await one.reload();
    await expect(one.locator('.prediction')).toBeVisible();
    await presenter.keyboard.press('PageDown');
    await expect(one.locator('.walk-figure')).toBeVisible();
    // What the other had heard of would be there by now: it hears of its own presenter at once.
    const second = context.waitForEvent('page');
    await other.getByRole('button', { name: 'Presenter’s window' }).click();
    const otherPresenter = await second;
    expect(otherPresenter).not.toBe(presenter);
    await expect(otherPresenter.locator('.presenter h1')).toBeVisible();
    await expect(other.locator('.lesson-nav [aria-current]')).toHaveText('5');
    await expect(other.locator('.prediction')).toBeVisible();
  },
);
