/* For a site that is opened from a disk: there, browsers give pages neither workers nor data, but scripts. */
(function () {
  "use strict";

  /* What the theme takes for its search worker is one end of a channel; search.js runs in the page, at the other. */
  window.Worker = function (address) {
    var channel = new MessageChannel();
    var script = document.createElement("script");
    script.port = channel.port2;
    script.src = address;
    document.head.append(script);
    channel.port1.start();
    return channel.port1;
  };

  /* Data that is written as a script: it hands what it holds to the element that has loaded it. */
  window.briefingFile = function (content) { document.currentScript.content = content; };

  window.briefingLoad = function (address) {
    return new Promise(function (done, failed) {
      var script = document.createElement("script");
      script.src = address;
      script.addEventListener("load", function () {
        script.remove();
        done(script.content);
      });
      script.addEventListener("error", function () {
        script.remove();
        failed(new Error(address + " cannot be read"));
      });
      document.head.append(script);
    });
  };

  /* That this file is there says that the others are. */
  var to = document.currentScript.dataset.to;
  if (to) location.replace(to);
})();
