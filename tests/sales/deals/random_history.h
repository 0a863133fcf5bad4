// A workspace in which people do at random what people do to deals, for properties that must hold
// whatever happened.
#pragma once

#include <random>
#include <vector>

#include "sales/activities/activity_store.h"
#include "sales/deals/deal_test.h"
#include "sales/handover/handover_commands.h"

namespace stagecoach::sales {

class RandomHistory : public DealTest {
 protected:
  int below(int n) { return static_cast<int>(random_() % static_cast<unsigned>(n)); }
  bool chance(int percent) { return below(100) < percent; }

  Money some_amount() { return {below(1'000'000), *Currency::parse(chance(70) ? "CNY" : "USD")}; }
  UserId somebody() { return std::array{owner, rep, manager, leader_}[size_t(below(4))]; }

  // One thing that people do to a deal, at random; whether it succeeds is not the point.
  void act_on(DealId id) {
    const Deal deal = stored(id);
    if (deal.deleted_at) {
      if (chance(60))
        as(owner, [&](journal::Work& work) {
          return restore_deal(work, id, deal.version);
        }).value();
      return;
    }
    switch (below(8)) {
      case 0:
        remove(deal, owner);
        return;
      case 1:
      case 2: {  // anywhere, by force
        MoveDeal wish = because_of("so");
        wish.override_reason = "so";
        const auto& stages = pipelines().find(deal.pipeline_id)->stages;
        (void)move(deal, stages[size_t(below(int(stages.size())))].id, wish, owner);
        return;
      }
      case 3: {
        if (deal.facts.next_step && chance(60)) {
          Completion done;
          if (chance(30)) done.next_step = NewNextStep{{}, "then", clock.now() + Millis(1000)};
          as(owner, [&](journal::Work& work) {
            const ActivityId step = deal.facts.next_step->activity_id;
            return complete_activity(work, step, find_activity(work.tx, step)->version, done);
          }).value();
        } else {
          NewActivity wish;
          wish.deal_id = id;
          wish.subject = "call";
          wish.due = clock.now() + Millis(below(1000));
          as(owner, [&](journal::Work& work) { return create_activity(work, wish); }).value();
        }
        return;
      }
      default: {
        PatchDeal wish;
        if (chance(50)) wish.amount = chance(20) ? json::Patch<Money>::null() : some_amount();
        if (chance(30))
          wish.probability = chance(30) ? json::Patch<int>::null() : json::Patch<int>(below(101));
        if (chance(30)) wish.owner_id = somebody();
        (void)patch(deal, wish, owner);
        if (chance(20)) (void)undo(head(), owner);
      }
    }
  }

  // Somebody changes team, or his records change hands.
  void act_on_people() {
    const UserId whom = somebody();
    if (chance(50)) {
      ChangeUser wish;
      wish.team_id = chance(30) ? json::Patch<TeamId>::null() : json::Patch<TeamId>(north_);
      as(owner, [&](journal::Work& work) {
        return change_user(work, whom, user(whom).version, wish, std::nullopt, bring_records);
      }).value();
      return;
    }
    const HandOver wish{somebody(), chance(50)};
    (void)as(owner, [&](journal::Work& work) { return hand_over(work, whom, wish); });
  }

  // A step of the history: a new deal now and then, else something done to one of them or by those
  // who own them.
  void act(std::vector<DealId>& deals) {
    if (deals.size() >= 12 && !chance(8)) {
      if (chance(6)) return act_on_people();
      return act_on(deals[static_cast<size_t>(below(static_cast<int>(deals.size())))]);
    }
    CreateDeal wish;
    wish.name = "Deal " + std::to_string(deals.size());
    wish.pipeline_id = (chance(50) ? b2b() : b2c()).id;
    wish.owner_id = somebody();
    if (chance(70)) wish.amount = some_amount();
    deals.push_back(create(wish, owner).id);
  }

  TeamId north_ = add_team("North");
  UserId leader_ = add_user("lea", Role::manager, Visibility::team, north_).id;

 private:
  std::mt19937 random_{7};
};

}  // namespace stagecoach::sales
