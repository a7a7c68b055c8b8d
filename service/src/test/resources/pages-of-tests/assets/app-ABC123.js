console.log("the app, the app, the app, the app");
