/* What the theme does at once for the page that is read next, and what can wait until somebody is there who may go to
   one: on a phone and a large site it takes a moment, in which the page would not answer. */
(function () {
  "use strict";

  var LIST = "/sitemap.xml";
  var SIGNS = ["pointermove", "keydown", "focusin", "scroll", "wheel", "touchstart"];
  var open = XMLHttpRequest.prototype.open;

  function isSearching(target) {
    var search = document.getElementById("__search");
    return (search && search.checked) || (target.closest && target.closest("[data-md-component=search]"));
  }

  function whenRead(act) {
    function seen(event) {
      if (event.type === "scroll" && event.target !== document) return;  /* Something in the page, which scripts move. */
      if (isSearching(event.target)) return;                             /* Who types is not to wait. */
      SIGNS.forEach(function (sign) { window.removeEventListener(sign, seen, true); });
      if (window.requestIdleCallback) window.requestIdleCallback(act, { timeout: 500 });
      else setTimeout(act);
    }
    SIGNS.forEach(function (sign) { window.addEventListener(sign, seen, { capture: true, passive: true }); });
  }

  /* The theme reads the list of all pages in one go, to know which links it may follow without loading a page anew. */
  XMLHttpRequest.prototype.open = function (method, address) {
    var request = this;
    if (new URL(address, location.href).pathname.endsWith(LIST)) {
      XMLHttpRequest.prototype.open = open;
      request.send = function () {
        whenRead(function () {
          XMLHttpRequest.prototype.send.call(request);
        });
      };
      /* The theme then follows the last link that was clicked before: the browser has done that. */
      request.addEventListener("load", function () { document.body.dispatchEvent(new MouseEvent("click")); });
    }
    return open.apply(request, arguments);
  };
})();
