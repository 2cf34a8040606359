/**
 * All settings: MicroProfile Config properties, each with its default, its unit and the allowed values. A wrong value
 * stops the deployment. Also what settings name, origins and rooms, and the key that signs resume tokens.
 *
 * <p>Knows no other package of the application. No other one reads properties.
 */
package videochatroom.config;
