/**
 * Every setting of the product: a MicroProfile Config property with its default, its unit and what it may be. Wrong
 * values stop the deployment. Depends on nothing else here.
 */
package videochatroom.config;
