package badtown.undeclared.loop.ordering;

public class Orders {}
