/** What makes up for habits of Payara's that cost much, or leave it open to attack. Other servers do not notice it. */
package videochatroom.payara;
