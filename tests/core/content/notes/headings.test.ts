import { describe, expect, test } from 'vitest';
import { places, remarks, terms } from './read.ts';

describe('a heading with a paragraph under it', () => {
  test.each([
    ['# Pod', 'Pod'],
    ['###### Pod', 'Pod'],
    ['## Pod ##', 'Pod'],
    ['##Pod', 'Pod'],
    ['Pod\n---', 'Pod'],
    ['## 什么是 Pod', 'Pod'],
    ['## 什么是 Pod？', 'Pod'],
    ['## Pod 是什么', 'Pod'],
    ['## Pod 简介', 'Pod'],
    ['## Pod 的作用', 'Pod'],
    ['## 深入理解 Pod', 'Pod'],
    ['## What is a Pod?', 'Pod'],
    ['## What are Pods?', 'Pods'],
    ['## The Pod', 'Pod'],
    ['## Introduction to Pods', 'Pods'],
    ['## 1.2 Pod', 'Pod'],
    ['## 1.2. Pod', 'Pod'],
    ['## 3 Pod', 'Pod'],
    ['## 一、Pod', 'Pod'],
    ['## （二）Pod', 'Pod'],
    ['## 第三章 Pod', 'Pod'],
    ['## 二、2.1 Pod', 'Pod'],
    ['## ① Pod', 'Pod'],
    ['## Step 2: Pod', 'Pod'],
    ['## 🐳 Pod 🚀', 'Pod'],
    ['## `Pod`', 'Pod'],
    ['## **Pod**', 'Pod'],
    ['## [Pod](https://k8s.io)', 'Pod'],
    ['## Pod（容器组）', 'Pod | 容器组'],
    ['## 什么是镜像（Image）？', '镜像 | Image'],
    ['## Pod — 容器组', 'Pod | 容器组'],
    ['## Q1：什么是 Pod？', 'Pod'],
    ['## 一个小故事', '一个小故事'],
  ])('is a term: %s', (heading, names) => {
    expect(terms(`${heading}\nThe text explains it.`)).toEqual([`${names} = The text explains it.`]);
  });

  test.each([
    ...[
      '简介',
      '概述',
      '总结',
      '参考资料',
      '目录',
      '背景',
      'Introduction',
      'Overview',
      'Summary',
      'References',
      'TOC',
      'See also',
      '1. 概述',
    ],
    ...[
      '为什么需要 Pod',
      '如何安装 Docker',
      '安装 Docker',
      'How do I restart it?',
      'Installing Docker',
      '容器和虚拟机的区别',
      'Docker vs. VM',
    ],
    ...[
      '三个基本概念',
      'Three ideas',
      'Kubernetes 学习笔记',
      'A Docker tutorial',
      '第三章',
      'Onboarding week 1',
      '入职第一周',
      'Containers are not virtual machines',
      'What is this?',
      '???',
    ],
  ])('is no term when it speaks of the note or is a sentence: %s', (heading) => {
    expect(terms(`## ${heading}\nSome text here.`)).toEqual([]);
    expect(remarks(`## ${heading}\nSome text here.`)).toEqual([expect.stringMatching(/^1: “.+” (is|names) /)]);
  });

  test.each(['本文记录了学习过程。', 'This post is about Pods.', '下面我们来看看。', 'TODO'])(
    'is no term when the text speaks of the note: %s',
    (text) => {
      expect(terms(`## Pod\n${text}`)).toEqual([]);
      expect(remarks(`## Pod\n${text}`)).toEqual(['1: “Pod” has no definition: the text speaks of the note itself.']);
    },
  );

  test('takes the first paragraph, past pictures, code, rules and a heading that only says “overview”', () => {
    expect(terms('# Pod\n![a](b.png)\n```yaml\na: b\n```\n***\nThe smallest\nunit.\n\nMore.')).toEqual(['Pod = The smallest unit.']);
    expect(terms('# Pod\n## 简介\n最小的部署单位。')).toEqual(['Pod = 最小的部署单位。']);
    expect(terms('# Pod\n> The smallest unit.')).toEqual(['Pod = The smallest unit.']);
    expect(terms('# Pod\n## Service\nA stable address.')).toEqual(['Service = A stable address.']);
    expect(terms('# Pod\n* a\n* b\n\nA text after the list.')).toEqual([]);
  });

  test('lends its text to nobody when the text defines another term', () => {
    expect(terms('## 存储\n**Volume** 是一个目录。')).toEqual(['Volume = 一个目录。']);
    expect(terms('## Pod（容器组）\n**Pod**，简称 po，是最小的部署单位。')).toEqual(['Pod | 容器组 | po = 最小的部署单位。']);
  });

  test('takes in the list that its text announces', () => {
    expect(terms('## 集群\n集群包括：\n* Master\n* Node')).toEqual(['集群 = 集群包括：Master、Node']);
  });

  test('loses an announcement that nothing follows', () => {
    expect(terms('## Pod\nThe smallest unit. Start one as follows:\n```sh\nkubectl run\n```')).toEqual(['Pod = The smallest unit.']);
    expect(terms('## 集群\n负责运行容器，架构如下：\n![](a.png)')).toEqual(['集群 = 负责运行容器']);
    expect(remarks('## Pod\nIt looks like this:\n\n---')).toEqual(['1: “Pod” has no definition.']);
  });

  test('is the context of what is below it, without its number', () => {
    const note = '# 1. K8s\nA platform.\n## 1.1 `Pod`\nA unit.\n### Probe\nA check.\n## Service\nAn address.';
    expect(places(note)).toEqual(['1 heading: K8s', '3 heading: K8s › Pod', '5 heading: K8s › Pod › Probe', '7 heading: K8s › Service']);
  });

  test('may follow a text right above it, which a rule below it would otherwise swallow', () => {
    expect(terms('Some text.\nPod\n---\nThe smallest unit.')).toEqual(['Pod = The smallest unit.']);
    expect(terms('# Pod\nThe smallest unit.\n---\nOther text.')).toEqual(['Pod = The smallest unit.']);
  });
});
