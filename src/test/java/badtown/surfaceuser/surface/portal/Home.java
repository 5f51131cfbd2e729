package badtown.surfaceuser.surface.portal;

public class Home {}
