// A borrowed callable: what a function parameter needs when it does not keep the callable.
#pragma once

#include <memory>
#include <type_traits>
#include <utility>

namespace stagecoach {

template <class Signature>
class FunctionRef;

// Holds a pointer to the callable, never a copy: it must not outlive the call it is passed to.
// Empty when default-constructed; calling an empty one is a bug.
template <class R, class... Args>
class FunctionRef<R(Args...)> {
 public:
  FunctionRef() = default;

  template <class F>
  requires(!std::is_same_v<std::remove_cvref_t<F>, FunctionRef> &&
           std::is_invocable_r_v<R, F&, Args...>) FunctionRef(F&& f)  // NOLINT: implicit
      : callable_(const_cast<void*>(static_cast<const void*>(std::addressof(f)))),
        call_([](void* callable, Args... args) -> R {
          return (*static_cast<std::remove_reference_t<F>*>(callable))(std::forward<Args>(args)...);
        }) {}

  R operator()(Args... args) const { return call_(callable_, std::forward<Args>(args)...); }
  explicit operator bool() const { return call_ != nullptr; }

 private:
  void* callable_ = nullptr;
  R (*call_)(void*, Args...) = nullptr;
};

}  // namespace stagecoach
