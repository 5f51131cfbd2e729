package badtown.silent.loop.ordering;

class Orders {}
