// The reference of the ratios: a gateway for calls of two on NestJS and Socket.IO with their defaults. `node main.js PORT`
import 'reflect-metadata';
import '../heap.js';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ConnectedSocket, MessageBody, SubscribeMessage, WebSocketGateway, WebSocketServer } from '@nestjs/websockets';

class Gateway {
  async join(socket, roomName) {
    const present = await this.server.in(roomName).fetchSockets();
    if (present.length >= 2) {
      this.server.to(roomName).emit('too_many_people');
      return;
    }
    if (present.length === 1) {
      this.server.to(roomName).emit('another_person_ready');
    }
    await socket.join(roomName);
  }

  offer(socket, { offer, roomName }) {
    socket.to(roomName).emit('send_connection_offer', { offer, roomName });
  }

  answer(socket, { answer, roomName }) {
    socket.to(roomName).emit('answer', { answer, roomName });
  }

  candidate(socket, { candidate, roomName }) {
    socket.to(roomName).emit('send_candidate', { candidate, roomName });
  }
}

// Calls TypeScript's decorators as functions, so that nothing has to be compiled.
function subscribe(method, event) {
  SubscribeMessage(event)(Gateway.prototype, method, Object.getOwnPropertyDescriptor(Gateway.prototype, method));
  ConnectedSocket()(Gateway.prototype, method, 0);
  MessageBody()(Gateway.prototype, method, 1);
}
subscribe('join', 'join_room');
subscribe('offer', 'send_connection_offer');
subscribe('answer', 'answer');
subscribe('candidate', 'send_candidate');
WebSocketServer()(Gateway.prototype, 'server');
WebSocketGateway({ cors: true })(Gateway);

class Application {}
Module({ providers: [Gateway] })(Application);

const application = await NestFactory.create(Application, { logger: ['error', 'warn'] });
await application.listen(Number(process.argv[2]));
