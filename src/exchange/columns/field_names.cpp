#include "exchange/columns/field_names.h"

namespace stagecoach::exchange {
namespace {

constexpr FieldNames kShared[] = {
    {Field::owner,
     "owner|owner name|owner.name|ownername|opportunity owner|deal owner|deal - owner|"
     "lead owner|account owner|contact owner|sales agent|sales rep|sales representative|"
     "salesperson|sales person|account executive|assigned to|assigned user|负责人|"
     "销售负责人|商机负责人|客户负责人|负责人姓名|负责人主属|所属销售|销售人员|业务员|销售员|"
     "客户经理|跟进人|"
     "跟进人员|归属人|owner id|ownerid|hubspot_owner_id|负责人ID"},
    {Field::team,
     "team|sales team|team name|regional office|hubspot team|owner team|department|"
     "团队|销售团队|部门|归属部门|所属部门|负责人所在部门|负责人主属部门|所在团队|territory|region|"
     "区域|大区"},
    {Field::manager,
     "manager|sales manager|manager name|reports to|经理|销售经理|上级|直属上级|主管|汇报对象"},
    {Field::email, "email|e-mail|email address|person - email|邮箱|电子邮箱|电子邮件|邮件"},
    {Field::phone,
     "phone|phone number|mobile|mobile phone|mobile phone number|telephone|tel|cell|"
     "person - phone|手机|手机号|电话|联系电话|手机号码|电话号码"},
    {Field::description,
     "description|notes|note|comments|comment|remark|remarks|备注|描述|说明|商机描述"},
    {Field::last_activity_at,
     "last activity date|last activity|last modified date|lastmodifieddate|last modified|modified "
     "date|"
     "updated at|updated|update time|deal - update time|last contacted|lastactivitydate|"
     "hs_lastmodifieddate|notes_last_updated|最后修改时间|更新时间|最后跟进时间|最近跟进时间|"
     "最近修改时间"},
    {Field::created_at,
     "created date|createddate|create date|createdate|created at|created on|created time|created|"
     "creation date|date created|deal - creation date|deal - deal created|deal created|deal - "
     "created|"
     "add time|deal - add time|opened|open date|opened date|date "
     "opened|创建时间|创建日期|建立时间|录入时间|"
     "登记时间|新建时间|hs_createdate"},
    {Field::currency,
     "currency|currency code|currencyisocode|currency iso code|deal - currency of value|"
     "deal - currency|deal_currency_code|opportunity currency|amount currency|币种|货币|结算币种"},
};

constexpr FieldNames kDeals[] = {
    {Field::deal_id,
     "deal id|dealid|opportunity id|opportunityid|deal - id|record id|record id - "
     "deal|hs_object_id|"
     "mql_id|lead "
     "id|leadid|商机编号|商机ID|线索编号|线索ID|销售机会编号|机会编号|唯一性ID|数据ID|case "
     "id|caseid|"
     "case:concept:name|case key|case|opp id|oppid|opportunity number|deal number|deal no|deal key|"
     "ticket id|order id|unique id|crm id|案例编号|编号|id"},
    {Field::deal_name,
     "deal name|dealname|opportunity name|opportunityname|deal - title|deal "
     "title|商机名称|销售机会名称|"
     "机会名称|项目名称|线索名称|商机主题|商机标题|销售机会|商机|opportunity|deal|title|subject|"
     "topic|name|lead name"},
    {Field::account_id,
     "account id|accountid|associated company ids|associated company id|company id|organization id|"
     "customer id|client id|客户编号|客户ID"},
    {Field::account_name,
     "account name|account|account.name|accountname|company name|company|organization|organisation|"
     "deal - organization|organization name|organization - name|associated company|associated "
     "companies|"
     "customer name|customer|client "
     "name|client|客户名称|客户|所属客户|公司名称|公司|企业名称|客户公司"},
    {Field::contact_id,
     "contact id|contactid|associated contact ids|associated contact id|person id|primary contact "
     "id|"
     "联系人编号|联系人ID"},
    {Field::contact_name,
     "contact name|contact|contact person|deal - contact person|primary contact|associated contact|"
     "associated contacts|person - name|person|联系人|联系人姓名|客户联系人|主要联系人"},
    {Field::owner, "rep|seller|sr_id|agent|resource|org:resource|user|销售"},
    {Field::product,
     "product|product name|products|product family|deal - product|line "
     "item|solution|产品|产品名称|意向产品|"
     "产品线|商机产品"},
    {Field::stage,
     "deal stage|dealstage|deal - stage|stage name|stagename|stage|opportunity stage|sales stage|"
     "pipeline stage|current "
     "stage|销售阶段|商机阶段|当前阶段|阶段|阶段名称|销售流程阶段|跟进阶段|stage label|"
     "lead stage|milestone|phase"},
    {Field::pipeline,
     "pipeline|pipeline name|deal - pipeline|sales process|sales pipeline|record "
     "type|销售流程|销售管道|"
     "销售流程名称|商机类型"},
    {Field::status,
     "deal status|deal - status|status|opportunity status|lead status|outcome|result|deal outcome|"
     "state|商机状态|赢单状态|输赢状态|输赢|赢输|结果|状态|成交状态"},
    {Field::is_closed, "is closed|isclosed|closed?|hs_is_closed|是否关闭|是否结束|is deal closed"},
    {Field::is_won, "is won|iswon|won?|hs_is_closed_won|is closed won|是否赢单|是否成交|won"},
    {Field::amount,
     "amount|deal amount|deal value|deal - value|close value|opportunity "
     "amount|value|商机金额|商机金额(元)|"
     "预计金额|预计销售金额|预计成交金额|预估金额|销售金额|成交金额|合同金额|金额|contract "
     "value|deal size|"
     "total value|total amount|amount in company currency|acv|tcv|revenue|expected "
     "revenue|price|total"},
    {Field::started_at,
     "first contact date|first contact|first contacted|started at|start date|started|start|"
     "start time|begin date|lead date|inquiry "
     "date|首次接触时间|首次接触日期|首次联系时间|首次跟进时间|立项时间|"
     "立项日期|开始时间|开始日期|启动日期|发现日期|date"},
    {Field::stage_entered_at,
     "last stage change date|laststagechangedate|last stage change|deal - last stage change|"
     "stage change date|stage changed|stage entered|stage entered at|entered stage at|date entered "
     "current stage|entered current "
     "stage|"
     "hs_v2_date_entered_current_stage|date entered stage|entered stage date|stage start date|"
     "stage "
     "since|阶段变更时间|进入当前阶段时间|当前阶段进入时间|最近阶段变更时间|最后阶段变更时间|"
     "阶段更新时间|"
     "阶段开始时间"},
    {Field::stage_days,
     "阶段停留天数|当前阶段停留天数|停留天数|阶段停留时间|days in stage|days in current "
     "stage|stage duration|"
     "time in stage|time in current stage"},
    {Field::expected_close,
     "expected close date|expected close|deal - expected close date|estimated close date|"
     "est. close date|target close date|forecast close date|expected closing|planned close date|"
     "预计成交日期|预计成交时间|预计结单日期|预计签约日期|预计成单日期|预计关闭日期|预计结单时间|"
     "expectedclosedate"},
    {Field::closed_at,
     "closed date|closed at|closed on|date closed|actual close date|deal - deal closed on|closed "
     "time|"
     "deal closed date|close "
     "time|实际成交日期|成交日期|成交时间|结单日期|结单时间|关闭时间|关闭日期|结束时间|"
     "实际关闭日期|签约日期|end date|ended at|completed at|completion date|closed"},
    {Field::close_date, "close date|closedate|closing date"},
    {Field::won_at,
     "won time|won date|won at|won on|deal - won time|date won|赢单时间|赢单日期|signed date|"
     "conversion date|converted date|won_time"},
    {Field::lost_at,
     "lost time|lost date|lost at|lost on|deal - lost time|date "
     "lost|输单时间|输单日期|丢单时间|丢单日期"},
    {Field::lost_reason,
     "lost reason|loss reason|deal - lost reason|closed lost reason|reason lost|reason for loss|"
     "输单原因|丢单原因|失败原因|输单理由|战败原因|流失原因"},
    {Field::competitor,
     "competitor|main competitor|main competitors|competitors|竞争对手|主要竞争对手"},
    {Field::source,
     "lead source|leadsource|source|deal - source|deal source|origin|original source|"
     "original source type|channel|acquisition channel|source "
     "channel|hs_analytics_source|商机来源|线索来源|"
     "客户来源|来源|来源渠道|渠道"},
    {Field::probability,
     "probability|probability (%)|win probability|deal probability|deal - probability|"
     "hs_deal_stage_probability|赢率|成交概率|成单概率|预计赢率|赢单概率|赢单率|可能性"},
    {Field::next_step,
     "next step|nextstep|next steps|next activity|下一步|下一步计划|下一步行动|后续计划"},
};

constexpr FieldNames kHistory[] = {
    {Field::event_id, "event id|history id|row id|opportunity history id|record id|id|记录编号"},
    {Field::deal_id,
     "opportunity id|opportunityid|deal id|dealid|case "
     "id|caseid|case:concept:name|case_id|case|case key|"
     "case number|商机编号|商机ID|案例编号|案件编号|流程实例|lead id|mql_id|opp id|deal "
     "key|deal|opportunity|"
     "ticket id|order id|parent id|parentid|entity id|record|trace|trace id|实例编号|编号"},
    {Field::deal_name, "opportunity name|deal name|商机名称|销售机会名称|deal - title|deal title"},
    {Field::stage,
     "to stage|to_stage|new stage|stage to|newvalue|new value|stage name|stagename|stage|deal "
     "stage|"
     "activity|concept:name|activity name|event|event "
     "name|action|task|step|state|status|销售阶段|阶段|"
     "新阶段|变更后阶段|变更后|目标阶段|阶段名称|活动|活动名称|事件|步骤|milestone|phase"},
    {Field::from_stage,
     "from stage|from_stage|old stage|previous stage|stage from|oldvalue|old "
     "value|原阶段|变更前阶段|变更前"},
    {Field::happened_at,
     "timestamp|time:timestamp|event time|eventtime|event date|event timestamp|occurred "
     "at|happened at|"
     "changed at|change date|changed on|change time|stage date|entered at|entered on|complete "
     "timestamp|"
     "completetimestamp|completed at|date/time|datetime|time|date|created date|createddate|created "
     "at|"
     "edit date|发生时间|变更时间|操作时间|时间戳|进入时间|时间|日期|创建时间|start "
     "timestamp|start time|"
     "systemmodstamp|last modified"},
    {Field::owner, "resource|org:resource|user|agent|createdbyid|操作人"},
    {Field::account_name, "account name|account|客户名称|客户|company|company name"},
    {Field::product, "product|product name|产品|产品名称"},
    {Field::source, "lead source|source|channel|origin|来源|渠道"},
    {Field::pipeline, "pipeline|pipeline name|销售流程"},
    {Field::amount, "amount|deal amount|value|case:amount|商机金额|金额"},
    {Field::close_date, "close date|closedate"},
    {Field::probability, "probability|probability (%)|赢率"},
};

constexpr FieldNames kAccounts[] = {
    {Field::account_id,
     "account id|accountid|record id|organization id|organization - id|company "
     "id|客户编号|客户ID|id"},
    {Field::account_name,
     "account name|account|company name|company|organization name|organization - name|organization|"
     "customer name|customer|客户名称|公司名称|企业名称|客户|公司|name"},
    {Field::category, "industry|sector|vertical|行业|所属行业|客户行业|organization - industry"},
    {Field::website, "website|website url|domain|company domain name|url|web|网址|官网|网站"},
    {Field::country,
     "country|country/region|billing country|billingcountry|office location|location|"
     "headquarters|国家|国家/地区"},
    {Field::city, "city|billing city|billingcity|城市|省市|所在城市|address|地址"},
    {Field::employees,
     "employees|number of employees|numberofemployees|employee count|headcount|"
     "员工数|员工人数|人员规模|公司规模|人数"},
    {Field::annual_revenue,
     "revenue|annual revenue|annualrevenue|年营业额|年收入|年营收|营收|turnover"},
    {Field::parent_account,
     "parent account|subsidiary of|parent company|parent|parent id|parentid|"
     "上级客户|母公司"},
    {Field::source, "lead source|source|account source|客户来源|来源"},
};

constexpr FieldNames kContacts[] = {
    {Field::contact_id,
     "contact id|contactid|record id|person id|person - id|联系人编号|联系人ID|id"},
    {Field::contact_name,
     "contact name|full name|person - name|contact|联系人姓名|联系人|姓名|name"},
    {Field::first_name, "first name|firstname|given name|名"},
    {Field::last_name, "last name|lastname|surname|family name|姓"},
    {Field::account_id,
     "account id|accountid|associated company id|company id|organization id|客户编号"},
    {Field::account_name,
     "account name|account|company name|company|organization|person - organization|associated "
     "company|"
     "客户名称|公司名称|所属客户|公司|客户"},
    {Field::job_title, "job title|title|jobtitle|position|role|职务|职位|岗位"},
    {Field::source, "lead source|source|来源"},
};

constexpr FieldNames kProducts[] = {
    {Field::product, "product name|product|item name|item|产品名称|产品|商品名称|name"},
    {Field::product_code, "product code|productcode|sku|code|产品编号|产品编码|product id|id"},
    {Field::category, "series|family|product family|category|产品分类|产品线|产品系列|类别|分类"},
    {Field::amount,
     "sales price|unit price|list price|standard price|price|单价|价格|标准价格|销售单价|售价"},
};

constexpr FieldNames kUsers[] = {
    {Field::owner,
     "full name|user name|username|user|agent|rep|name|姓名|用户|员工|员工姓名|用户名|seller"},
    {Field::team, "office|group|division|所在部门"},
    {Field::job_title, "role|title|profile|job title|角色|职位|职务"},
};

}  // namespace

std::span<const FieldNames> shared_field_names() {
  return kShared;
}

std::span<const FieldNames> own_field_names(FileKind kind) {
  switch (kind) {
    case FileKind::deals:
      return kDeals;
    case FileKind::history:
    case FileKind::event_log:
      return kHistory;
    case FileKind::accounts:
      return kAccounts;
    case FileKind::contacts:
      return kContacts;
    case FileKind::products:
      return kProducts;
    case FileKind::users:
      return kUsers;
    case FileKind::unknown:
      break;
  }
  return {};
}

}  // namespace stagecoach::exchange
