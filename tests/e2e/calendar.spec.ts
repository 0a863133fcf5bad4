import { enter, expect, expectSound, type Lang, shot, test } from "./workspace.ts";

const say = {
  en: {
    section: "Calendar",
    make: "Make an address",
    renew: "New address",
    end: "End it",
    address: "Address of the calendar",
    ended: "The address is worthless now.",
    since: /An address was made on/,
  },
  zh: {
    section: "日历订阅",
    make: "生成地址",
    renew: "更换地址",
    end: "停用",
    address: "日历地址",
    ended: "该地址已失效。",
    since: /地址生成于/,
  },
};

for (const lang of ["en", "zh"] as Lang[]) {
  const words = say[lang];

  test(`a calendar is read by its address alone, until it is renewed or ended (${lang})`, async ({
    page,
    api,
    baseURL,
    playwright,
  }) => {
    await enter(page, api, baseURL!, lang);
    const deal = await api.createDeal({ name: `Calendar ${lang}` });
    await api.call("PUT", `/deals/${deal.id}/next-step`, {
      kind: "meeting",
      subject: "Meet, 面谈",
      due: new Date(Date.now() + 86_400_000).toISOString(),
    });
    const program = await playwright.request.newContext();
    const read = async (address: string) => (await program.get(address)).status();

    await page.goto("/account");
    const section = page.getByRole("region", { name: words.section });
    await section.getByRole("button", { name: words.make }).click();
    const field = section.getByLabel(words.address);
    await expect(field).toHaveValue(/\/api\/calendar\/scf_[\w-]{43}\.ics$/);
    await expectSound(page);
    await field.scrollIntoViewIfNeeded();
    await shot(page, `calendar-${lang}`);
    const first = await field.inputValue();
    const answer = await program.get(first);
    expect(answer.headers()["content-type"]).toBe("text/calendar; charset=utf-8");
    expect(answer.headers()["cache-control"]).toContain("private");
    const again = await program.get(first, {
      headers: { "If-None-Match": answer.headers()["etag"]! },
    });
    expect(again.status()).toBe(304);
    const text = (await answer.text()).replaceAll("\r\n ", "");
    expect(text).toContain(`SUMMARY:Meet\\, 面谈 · ${deal.name}`);
    expect(text).toContain(`URL:${baseURL}/deals/${deal.id}`);

    // Shown once.
    await page.reload();
    await expect(section.getByText(words.since)).toBeVisible();
    await expect(field).toBeHidden();

    await section.getByRole("button", { name: words.renew }).click();
    await expect(field).toBeVisible();
    const second = await field.inputValue();
    expect(second).not.toBe(first);
    expect(await read(first)).toBe(404);
    expect(await read(second)).toBe(200);

    await section.getByRole("button", { name: words.end }).click();
    await expect(page.getByText(words.ended)).toBeVisible();
    await expect(section.getByRole("button", { name: words.make })).toBeVisible();
    expect(await read(second)).toBe(404);
    await program.dispose();
  });
}
