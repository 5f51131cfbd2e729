package badtown.undeclared.loop.payment;

import badtown.undeclared.loop.ordering.Orders;

/** Uses a module that its own does not declare. */
class Intents {
    final Orders orders = new Orders();
}
