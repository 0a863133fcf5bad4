// Making, withdrawing, opening and using one-time links.
#pragma once

#include <string>
#include <vector>

#include "sales/team/links/sign_in_link.h"
#include "sales/team/sign_in/sign_in.h"

namespace stagecoach::sales {

// A link just made; `secret` goes into the link and is stored nowhere.
struct NewLink {
  SignInLink link;
  User user;
  std::string secret;
};

// Adds a person who cannot sign in yet, with the link that lets him. Refuses as create_user does.
Result<NewLink> invite(journal::Work& work, const Invite& wish, const LinkLives& lives);

// A link for somebody who is there: an invitation while he has no password, else a way back in. The
// link before it ends. forbidden: beyond the actor (grants.h), or the actor himself, whose password
// needs the present one. refused: deactivated, or without an e-mail address.
Result<NewLink> make_link(journal::Work& work, UserId user, const LinkLives& lives);

// Ends it. Somebody who was added for the invitation and never came is deactivated with it.
// not_found: he has none.
Result<void> withdraw_link(journal::Work& work, UserId user);

// Those of people whom the viewer may manage, newest first.
std::vector<SignInLink> links_for(db::Connection& connection, const Viewer& viewer);

// Both refuse with one sentence, and after the same work, whether a link is unknown, used,
// withdrawn or expired; rate_limited as a sign-in is.
Result<OpenedLink> open_link(SignInDesk& desk, const OpenLink& wish, const Caller& caller);
// Sets the password, ends the sessions there were, opens one. invalid: not an acceptable password.
Result<Admitted> use_link(SignInDesk& desk, const UseLink& wish, const Caller& caller);

}  // namespace stagecoach::sales
