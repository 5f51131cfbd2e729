package badtown.surfaceuser.loop.visit;

import badtown.surfaceuser.surface.portal.Home;

/** A capability that knows a page. */
class Visits {
    final Home shownOn = new Home();
}
