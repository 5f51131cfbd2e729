@ApplicationModule(
        id = "payment",
        allowedDependencies = {})
package badtown.undeclared.loop.payment;

import org.springframework.modulith.ApplicationModule;
