#include "exchange/sample/sample_organization.h"

#include <algorithm>
#include <span>
#include <vector>

#include "exchange/sample/sample_model.h"
#include "exchange/sample/sample_names.h"
#include "sales/accounts/account_bulk.h"
#include "sales/accounts/account_commands.h"
#include "sales/activities/activity_store.h"
#include "sales/deals/past_deal.h"
#include "sales/team/people.h"
#include "sales/team/team_commands.h"
#include "sales/team/viewer.h"

namespace stagecoach::exchange {
namespace {

using sales::Criterion;
using sales::CriterionKind;
using sales::Deal;
using sales::DealFacts;
using sales::Pipeline;
using sales::Stage;
using sales::StageKind;

constexpr Phrase kNotEmpty{"sample.not_empty",
                           "This workspace has deals already; sample data goes into an empty one.",
                           "该工作区已有商机；示例数据只能写入空的工作区。"};
constexpr Phrase kNoPipeline{"sample.no_pipeline", "This workspace has no pipeline yet.",
                             "该工作区还没有销售流程。"};
constexpr std::size_t kDealsPerTransaction = 5000;
constexpr int kDealsPerAccount = 3;
constexpr double kHasNextStep = 0.78;
constexpr Millis kForgottenAfter = std::chrono::hours(24 * 30);

struct Rep {
  UserId id;
  sales::TeamId team;
  double skill = 1;
};

struct Company {
  Rep rep;
  sales::AccountId id;
  std::string name;
  sales::ContactId decides, works;
};

struct Organization {
  std::vector<Rep> reps;
  std::vector<sales::ProductId> products;
  std::vector<SampleProduct> catalogue;
};

// The story of one run: what it draws from and what it has made.
struct Run {
  const SampleWish& wish;
  const sales::Pipelines& pipelines;
  const Pipeline& pipeline;
  SampleModel model;
  SampleRandom random;
  Instant now;
  Currency currency;
  Organization organization;
  std::vector<Company> companies;
  std::vector<std::vector<std::size_t>> customers_of;  // by rep: places among the companies
  SampleResult made;
};

Result<void> write_people(journal::Work& work, Run& run) {
  const std::vector<std::string> teams = team_names(run.wish.lang);
  const auto person = [&](sales::Role role, sales::TeamId team) -> Result<UserId> {
    sales::CreateUser user;
    user.name = person_name(run.random, run.wish.lang);
    user.role = role;
    user.team_id = team;
    user.lang = run.wish.lang;
    ++run.made.users;
    return TRY(sales::create_user(work, user, std::nullopt)).id;
  };
  for (std::size_t i = 0; i < teams.size(); ++i) {
    const sales::TeamId team = TRY(sales::ensure_team(work, teams[i], std::nullopt)).id;
    TRY(person(sales::Role::manager, team));
    const int reps =
        (run.wish.reps + static_cast<int>(teams.size() - i) - 1) / static_cast<int>(teams.size());
    for (int r = 0; r < reps; ++r)
      run.organization.reps.push_back(
          {TRY(person(sales::Role::rep, team)), team, std::exp(0.25 * run.random.normal())});
  }
  return {};
}

Result<void> write_products(journal::Work& work, Run& run) {
  run.organization.catalogue = sample_products(run.wish.lang);
  for (const SampleProduct& product : run.organization.catalogue) {
    sales::ProductInput input;
    input.name = product.name;
    input.code = product.code;
    input.price = Money{static_cast<std::int64_t>(product.price * 100), run.currency};
    run.organization.products.push_back(TRY(sales::create_product(work, input)).id);
  }
  return {};
}

sales::Contact draw_contact(Run& run, const Company& company, bool decides) {
  sales::Contact contact;
  contact.name = person_name(run.random, run.wish.lang);
  contact.title = job_title(run.random, run.wish.lang, decides);
  contact.phone = phone_number(run.random, run.wish.lang);
  contact.account_id = company.id;
  contact.owner_id = company.rep.id;
  contact.team_id = company.rep.team;
  return contact;
}

// The companies from `first` on, which have names and reps so far, each with two people.
void write_companies(journal::Work& work, Run& run, std::size_t first) {
  const std::span<Company> made = std::span(run.companies).subspan(first);
  std::vector<sales::Account> accounts;
  for (const Company& company : made) {
    sales::Account& account = accounts.emplace_back();
    account.name = company.name;
    account.owner_id = company.rep.id;
    account.team_id = company.rep.team;
  }
  sales::insert_accounts(work, accounts);
  std::vector<sales::Contact> contacts;
  for (std::size_t i = 0; i < made.size(); ++i) {
    made[i].id = accounts[i].id;
    contacts.push_back(draw_contact(run, made[i], true));
    contacts.push_back(draw_contact(run, made[i], false));
  }
  sales::insert_contacts(work, contacts);
  for (std::size_t i = 0; i < made.size(); ++i) {
    made[i].decides = contacts[2 * i].id;
    made[i].works = contacts[2 * i + 1].id;
  }
  run.made.accounts += static_cast<std::int64_t>(accounts.size());
  run.made.contacts += static_cast<std::int64_t>(contacts.size());
}

// Makes the criterion true of the facts, where facts can do that.
void satisfy(const Criterion& criterion, Deal& deal, Instant at, Lang lang) {
  DealFacts& facts = deal.facts;
  switch (criterion.kind) {
    case CriterionKind::checklist:
      facts.checklist.try_emplace(criterion.key, at);
      break;
    case CriterionKind::activity_done:
      facts.activities.push_back({criterion.activity_kind.value_or(sales::ActivityKind::call),
                                  criterion.direction, 1, at});
      break;
    case CriterionKind::bant_level:
      for (sales::BantAnswer* answer :
           {&facts.bant.budget, &facts.bant.authority, &facts.bant.need, &facts.bant.timeline})
        answer->level = std::max(answer->level, criterion.level.value_or(sales::BantLevel::weak));
      break;
    case CriterionKind::field_known:
      if (criterion.field == sales::DealField::pains)
        facts.pains = lang == Lang::zh ? "人工录入多、停机时间长、交付延误"
                                       : "Too much typing, long stops, late deliveries";
      break;
    case CriterionKind::all:
      for (const Criterion& item : criterion.items) satisfy(item, deal, at, lang);
      break;
    case CriterionKind::any:
      if (!criterion.items.empty()) satisfy(criterion.items.front(), deal, at, lang);
      break;
    default:
      break;
  }
}

// What is known of a deal that got as far as `position`: all that the stages before ask for, and
// some of what its own does.
void fill_facts(Run& run, Deal& deal, int position, Instant at) {
  deal.facts.contact_reachable = true;
  if (position >= 3)
    deal.facts.roles = {sales::CommitteeRole::decision_maker, sales::CommitteeRole::champion};
  for (int p = 0; p <= position; ++p) {
    const Stage* stage = run.pipeline.open_stage_at(p);
    if (!stage) break;
    for (const Criterion& criterion : stage->exit_criteria)
      if (p < position || run.random.chance(0.45)) satisfy(criterion, deal, at, run.wish.lang);
  }
}

std::vector<sales::PastMove> moves_for(const Run& run, const std::vector<SampleMove>& story) {
  using Kind = SampleMove::Kind;
  const bool zh = run.wish.lang == Lang::zh;
  std::vector<sales::PastMove> moves;
  std::size_t losses = 0;
  for (const SampleMove& step : story) {
    sales::PastMove move;
    move.at = step.at;
    const Stage* to = run.pipeline.open_stage_at(step.to_position);
    if (step.kind == Kind::won) to = run.pipeline.first_of(StageKind::won);
    if (step.kind == Kind::lost) {
      to = run.pipeline.first_of(StageKind::lost);
      const auto& reasons = run.pipeline.loss_reasons;
      const auto pick = (static_cast<std::size_t>(to_millis(step.at)) + losses++);
      if (!reasons.empty()) move.reason = reasons[pick % reasons.size()].label.in(run.wish.lang);
    }
    if (step.kind == Kind::hold) {
      to = run.pipeline.first_of(StageKind::on_hold);
      move.reason = zh ? "等待客户下季度预算" : "Waiting for next quarter's budget";
    }
    if (step.kind == Kind::reopen) move.reason = zh ? "客户重新联系" : "The customer called back";
    if (step.kind == Kind::backward) move.reason = zh ? "需求有变化" : "The need has changed";
    if (!to) continue;
    move.to = to->id;
    if (step.overridden && to->kind == StageKind::open) {
      move.reason = zh ? "客户催促，资料后补" : "The customer is in a hurry; papers follow";
      move.overridden = {"override"};
    }
    moves.push_back(std::move(move));
  }
  return moves;
}

// How far the story got among the open stages.
int position_after(const std::vector<SampleMove>& story) {
  int position = 0;
  for (const SampleMove& move : story)
    if (move.kind != SampleMove::Kind::won && move.kind != SampleMove::Kind::lost &&
        move.kind != SampleMove::Kind::hold)
      position = move.to_position;
  return position;
}

// Whom an open deal is with, and what is to be done next, unless it is forgotten.
void draw_present(Run& run, const Company& company, int position, bool forgotten,
                  sales::NewDeal& made) {
  made.committee = {
      {company.decides, "", "", sales::CommitteeRole::decision_maker, 5, sales::Stance::neutral,
       true},
      {company.works, "", "", sales::CommitteeRole::champion, 3, sales::Stance::supporter, true}};
  if (forgotten || !run.random.chance(kHasNextStep)) return;
  sales::NextStep step;
  step.kind = position >= 3 ? sales::ActivityKind::meeting : sales::ActivityKind::call;
  step.subject = next_step_subject(run.random, run.wish.lang, position);
  step.due =
      run.now + Millis(static_cast<std::int64_t>((run.random.uniform() * 12 - 2.5) * 86'400'000.0));
  made.deal.facts.next_step = std::move(step);
}

Result<sales::NewDeal> draw_deal(Run& run, const Company& company, Instant start) {
  SampleRandom& random = run.random;
  const Rep& rep = company.rep;
  std::vector<double> weights;
  for (const SourceEffect& source : run.model.sources) weights.push_back(source.weight);
  const SourceEffect& source = run.model.sources[random.weighted(weights)];
  const std::vector<SampleMove> story =
      simulate_deal(run.model, random, source, rep.skill, start, run.now);
  const std::size_t product = random.below(run.organization.products.size());
  const SampleProduct& sold = run.organization.catalogue[product];

  Deal deal;
  deal.name = deal_name(random, run.wish.lang, company.name, sold.name);
  deal.pipeline_id = run.pipeline.id;
  deal.stage_id = run.pipeline.open_stage_at(0)->id;
  deal.account_id = company.id;
  deal.owner_id = rep.id;
  deal.team_id = rep.team;
  deal.amount =
      Money{static_cast<std::int64_t>(random.log_normal(sold.price, run.model.amount_sigma)) /
                1000 * 100'000,
            run.currency};
  deal.source = source.key;
  deal.created_at = deal.stage_entered_at = start;
  deal.facts.has_products = true;
  deal.expected_close = date_of(start) + std::chrono::days(40 + random.below(60));
  const int position = position_after(story);
  fill_facts(run, deal, position, story.empty() ? start : story.back().at);
  sales::NewDeal made = TRY(sales::past_deal(run.pipelines, std::move(deal), moves_for(run, story),
                                             {run.organization.products[product]}));
  ++run.made.deals;
  run.made.moves += static_cast<std::int64_t>(story.size());
  const bool forgotten = story.empty() && start < run.now - kForgottenAfter;
  if (made.deal.status == StageKind::open) draw_present(run, company, position, forgotten, made);
  return made;
}

// A deal per start, of known companies and of new ones.
Result<void> write_deals(journal::Work& work, Run& run, std::span<const Instant> starts) {
  const std::size_t known = run.companies.size();
  std::vector<std::size_t> customers;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const std::size_t r = run.random.below(run.organization.reps.size());
    std::vector<std::size_t>& own = run.customers_of[r];
    if (own.empty() || run.random.chance(1.0 / kDealsPerAccount)) {
      own.push_back(run.companies.size());
      run.companies.push_back(
          {run.organization.reps[r], {}, company_name(run.random, run.wish.lang), {}, {}});
    }
    customers.push_back(own[run.random.below(own.size())]);
  }
  write_companies(work, run, known);
  std::vector<sales::NewDeal> deals;
  for (std::size_t i = 0; i < starts.size(); ++i)
    deals.push_back(TRY(draw_deal(run, run.companies[customers[i]], starts[i])));
  sales::insert_deals_with_steps(work, deals);
  return {};
}

bool has_deals(db::Connection& connection) {
  return connection.first("SELECT 1 FROM deal_totals LIMIT 1", [](const db::Row&) { return true; })
      .has_value();
}

// When each deal began: inflow grows a little over the months, and pauses in the season's low.
std::vector<Instant> draw_starts(Run& run) {
  const double days = 30.4 * run.wish.months;
  std::vector<Instant> starts;
  for (int i = 0; i < run.wish.deals; ++i) {
    const double place = std::sqrt(0.25 + 0.75 * run.random.uniform());  // denser towards now
    const double age = days * (1 - (place - 0.5) * 2);
    starts.push_back(run.now - Millis(static_cast<std::int64_t>(age * 86'400'000.0)));
  }
  std::sort(starts.begin(), starts.end());
  return starts;
}

}  // namespace

Result<SampleResult> write_sample(journal::CommandRunner& commands,
                                  const sales::PipelineCatalog& catalog, const SampleWish& wish,
                                  const std::function<void(int done, int of)>& progress) {
  const auto pipelines = catalog.current();
  if (pipelines->all().empty()) return Error(Error::Code::conflict, kNoPipeline);
  if (commands.database().read(has_deals)) return Error(Error::Code::conflict, kNotEmpty);
  const Pipeline& pipeline = pipelines->all().front();
  Run run{wish,
          *pipelines,
          pipeline,
          SampleModel::for_stages(pipeline.open_stages()),
          SampleRandom(wish.seed),
          commands.clock().now(),
          Currency::parse(wish.currency).value_or(Currency()),
          {},
          {},
          {},
          {}};
  const sales::Viewer& system = sales::Viewer::system();
  TRY(commands.run(system, [&](journal::Work& work) -> Result<void> {
    TRY(write_people(work, run));
    return write_products(work, run);
  }));
  const std::vector<Instant> starts = draw_starts(run);
  run.customers_of.resize(run.organization.reps.size());
  for (std::size_t first = 0; first < starts.size(); first += kDealsPerTransaction) {
    const std::size_t end = std::min(starts.size(), first + kDealsPerTransaction);
    TRY(commands.run(system, [&](journal::Work& work) {
      return write_deals(work, run, std::span(starts).subspan(first, end - first));
    }));
    if (progress) progress(static_cast<int>(end), wish.deals);
  }
  return run.made;
}

}  // namespace stagecoach::exchange
